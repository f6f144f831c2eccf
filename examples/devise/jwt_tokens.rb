# Stands in for the gem devise-jwt, which Debian does not have: a token in the header of the answer
# to a sign-in or registration, a Warden strategy that accepts it, and a sign-out that revokes it.
# As with the gem's JTIMatcher, a user has one `jti`; a new one makes all earlier tokens worthless.

require "jwt"

module JwtTokens
  LIFETIME = 3600 # seconds

  class Strategy < Warden::Strategies::Base
    def valid?
      !token.nil?
    end

    # A token proves one request and begins no session.
    def store?
      false
    end

    def authenticate!
      claims, = JWT.decode(token, JwtTokens.secret, true, algorithm: "HS256")
      user = User.find_by(id: claims["sub"], jti: claims["jti"])
      user ? success!(user) : fail!("revoked token")
    rescue JWT::DecodeError => error
      fail!(error.message)
    end

    private

    def token
      env["HTTP_AUTHORIZATION"].to_s[/\ABearer (.+)\z/, 1]
    end
  end

  # Adds the token to the answers that sign in, and revokes it with the call that signs out.
  class Middleware
    def initialize(app)
      @app = app
    end

    def call(env)
      status, headers, body = @app.call(env)
      if status.between?(200, 299)
        case env.values_at("REQUEST_METHOD", "PATH_INFO")
        when %w[POST /users/sign_in], %w[POST /users]
          headers["Authorization"] = "Bearer #{JwtTokens.for(env["warden"].user(:user))}"
        when %w[DELETE /users/sign_out]
          env["warden"].authenticate(:jwt, scope: :user)&.update!(jti: SecureRandom.uuid)
        end
      end
      [status, headers, body]
    end
  end

  module_function

  def register(manager)
    manager.strategies.add(:jwt, Strategy)
    manager.default_strategies(scope: :user).unshift(:jwt)
  end

  def secret
    Rails.application.secret_key_base
  end

  def for(user)
    claims = { sub: user.id.to_s, jti: user.jti, exp: Time.now.to_i + LIFETIME }
    JWT.encode(claims, secret, "HS256")
  end
end
