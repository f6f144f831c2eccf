# Rails with Devise, and bearer tokens as devise-jwt has them.
#
#   ruby server.rb [--port PORT]
#
# POST   /users/sign_in  {user: {email, password}}  201, the user; the token in Authorization
# POST   /users          {user: {email, password}}  201, the user, signed in as well
# GET    /me                                        200 {id, email}; the app's own route
# DELETE /users/sign_out                            204; from then on the token is refused
# POST   /users/password {user: {email}}            201; PUT with reset_password_token: 204
# PUT    /users          {user: {current_password, password, password_confirmation}}  204
#
# Devise is real. Debian does not have devise-jwt, so jwt_tokens.rb stands in for it.
# GET /outbox/ADDRESS answers the tokens that were mailed to it: a stand-in for a mailbox.
# Every start begins with one user, ada@example.com, and everything is gone at the end.

require "action_controller/railtie"
require "action_mailer/railtie"
require "active_record/railtie"
require "devise"
require "optparse"
require "rack/handler/webrick"
require "securerandom"
require "tmpdir"
require_relative "jwt_tokens"

port = 5013
OptionParser.new { |options| options.on("--port PORT", Integer) { |value| port = value } }.parse!

ENV["DATABASE_URL"] = "sqlite3:#{scratch = Dir.mktmpdir}/fresh.sqlite3"
at_exit { FileUtils.remove_entry(scratch) }

class ExampleApp < Rails::Application
  config.load_defaults 6.1
  config.api_only = true
  config.eager_load = false
  config.root = __dir__
  config.paths["config/routes.rb"] = "routes.rb"
  config.log_level = :fatal
  config.logger = ActiveSupport::Logger.new($stderr)
  config.secret_key_base = ENV.fetch("SECRET_KEY") { SecureRandom.hex(64) }
  config.action_mailer.delivery_method = :test
  config.middleware.use JwtTokens::Middleware
  config.action_mailer.default_url_options = { host: "localhost" }
end

require "devise/orm/active_record"
Devise.setup do |config|
  config.stretches = 1 # fast, for an example only
  config.navigational_formats = []
  config.mailer_sender = "devise@example.com"
  config.warden { |manager| JwtTokens.register(manager) }
end

class User < ActiveRecord::Base
  devise :database_authenticatable, :registerable, :recoverable, :validatable
  before_create { self.jti = SecureRandom.uuid }

  def as_json(*)
    { id: id, email: email }
  end
end

ExampleApp.initialize!

ActiveRecord::Migration.suppress_messages do
  ActiveRecord::Schema.define do
    create_table :users do |t|
      t.string :email, null: false, index: { unique: true }
      t.string :encrypted_password, null: false
      t.string :reset_password_token
      t.datetime :reset_password_sent_at
      t.string :jti, null: false
    end
  end
end

class ApplicationController < ActionController::API
  include ActionController::MimeResponds # Devise answers in the format that is asked for
  respond_to :json
end

class AppController < ApplicationController
  before_action :authenticate_user!, only: :me

  def me
    render json: current_user
  end

  def outbox
    mails = ActionMailer::Base.deliveries.select { |mail| mail.to.include?(params[:address]) }
    render json: mails.map { |mail| { token: mail.body.to_s[/reset_password_token=([\w-]+)/, 1] } }
  end
end

User.create!(email: "ada@example.com", password: "correct horse battery")

options = { Host: "127.0.0.1", Port: port, AccessLog: [], Logger: WEBrick::Log.new($stderr, 1) }
Rack::Handler::WEBrick.run(ExampleApp, **options) do |server|
  trap("TERM") { server.shutdown }
  trap("INT") { server.shutdown }
  puts "devise on http://localhost:#{server.listeners.first.addr[1]}"
  $stdout.flush
end
