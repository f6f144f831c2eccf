import { AuthLabels } from './auth-labels';

/** French, with “vous”; no-break spaces before double punctuation. */
export const authLabelsFr: AuthLabels = {
  language: 'fr',
  direction: 'ltr',
  fields: {
    email: { label: 'Adresse e-mail', missing: 'Veuillez saisir votre adresse e-mail.' },
    username: { label: 'Nom d’utilisateur', missing: 'Veuillez saisir votre nom d’utilisateur.' },
    phone: {
      label: 'Numéro de téléphone',
      missing: 'Veuillez saisir votre numéro de téléphone.',
    },
    password: { label: 'Mot de passe', missing: 'Veuillez saisir votre mot de passe.' },
    newPassword: {
      label: 'Nouveau mot de passe',
      missing: 'Veuillez saisir un nouveau mot de passe.',
    },
    currentPassword: {
      label: 'Mot de passe actuel',
      missing: 'Veuillez saisir votre mot de passe actuel.',
    },
    confirmPassword: {
      label: 'Répéter le mot de passe',
      missing: 'Veuillez saisir le mot de passe une seconde fois.',
    },
    code: { label: 'Code à usage unique', missing: 'Veuillez saisir le code.' },
  },
  validation: {
    required: (label) => `Le champ «\u00a0${label}\u00a0» est obligatoire.`,
    rules: 'Le mot de passe ne remplit pas encore toutes les conditions.',
    mismatch: 'Les deux mots de passe ne sont pas identiques.',
    email: 'Veuillez saisir une adresse e-mail comme ada@example.com.',
    terms: 'Veuillez accepter les conditions pour continuer.',
  },
  password: {
    show: 'Afficher le mot de passe',
    hide: 'Masquer le mot de passe',
    capsLock: 'La touche Verr. Maj est activée.',
  },
  rules: {
    met: 'condition remplie',
    unmet: 'condition non remplie',
    minLength: (characters) =>
      characters === 1 ? 'Au moins 1 caractère' : `Au moins ${characters} caractères`,
    mixedCase: 'Des majuscules et des minuscules',
    digit: 'Un chiffre',
    symbol: 'Un symbole, par exemple ! ou %',
  },
  errors: {
    invalid_credentials: 'Les informations de connexion sont incorrectes.',
    second_factor_required: 'Encore une étape\u00a0: saisissez votre code à usage unique.',
    rejected: 'La demande n’a pas été acceptée.',
    validation: 'Veuillez vérifier les champs signalés.',
    rate_limited: 'Trop de tentatives. Veuillez patienter un instant.',
    server_error: 'Le serveur rencontre un problème. Veuillez réessayer plus tard.',
    network: 'Le serveur est injoignable.',
    timeout: 'Le serveur a mis trop de temps à répondre.',
    invalid_response: 'La réponse du serveur est inutilisable.',
    session_expired: 'Votre session est terminée. Veuillez vous reconnecter.',
    not_supported: 'Cette action n’est pas disponible ici.',
  },
  unreachable:
    'Le serveur est injoignable. Vous êtes peut-être encore connecté\u00a0; nouvelle tentative en cours…',
  ended: {
    expired: 'Votre session a expiré. Veuillez vous reconnecter.',
    refused: 'Le serveur a mis fin à votre session. Veuillez vous reconnecter.',
    idle: 'Vous avez été déconnecté pour cause d’inactivité.',
    logout: 'Votre session a été fermée dans un autre onglet.',
  },
  wait: {
    remaining: (duration) => `Vous pourrez réessayer dans ${duration}.`,
    over: 'Vous pouvez réessayer maintenant.',
  },
  login: {
    title: 'Se connecter',
    submit: 'Se connecter',
    busy: 'Connexion…',
    remember: 'Garder ma session ouverte',
    continue: { submit: 'Continuer', busy: 'Un instant…' },
    sendCode: { submit: 'Envoyer le code', busy: 'Envoi du code…' },
  },
  secondFactor: {
    title: 'Encore une étape',
    hint: 'Saisissez le code à usage unique de votre application d’authentification ou du message que vous avez reçu.',
    submit: 'Confirmer le code',
    busy: 'Vérification du code…',
    restart: 'Recommencer',
    resend: 'Envoyer un autre code',
    resent: 'Un nouveau code est en route.',
    wrongCode: 'Ce code est incorrect. Veuillez essayer le plus récent.',
  },
  register: {
    title: 'Créer un compte',
    submit: 'Créer un compte',
    busy: 'Création du compte…',
    terms: 'J’accepte les conditions',
    done: 'Votre compte est prêt.',
    confirmEmail:
      'C’est presque fini\u00a0: ouvrez le lien de l’e-mail que nous vous avons envoyé. Vous pourrez ensuite vous connecter.',
  },
  status: {
    pending: 'Vérification de la session…',
    signedIn: 'Vous avez ouvert une session.',
    signedOut: 'Aucune session n’est ouverte.',
    signOut: 'Se déconnecter',
    retry: 'Réessayer',
  },
  forgotPassword: {
    title: 'Mot de passe oublié\u00a0?',
    hint: 'Saisissez votre adresse e-mail\u00a0: vous recevrez un lien pour choisir un nouveau mot de passe.',
    submit: 'Envoyer le lien',
    busy: 'Envoi…',
    done: 'Si un compte existe pour cette adresse, un e-mail est en route.',
  },
  resetPassword: {
    title: 'Choisir un nouveau mot de passe',
    hint: 'Vous vous connecterez ensuite avec le nouveau mot de passe.',
    submit: 'Enregistrer le mot de passe',
    busy: 'Enregistrement…',
    done: 'Votre nouveau mot de passe est enregistré.',
    invalidLink: 'Ce lien a expiré ou a déjà été utilisé.',
    requestLink: 'Demander un nouveau lien',
  },
  verifyEmail: {
    title: 'Confirmer votre adresse e-mail',
    busy: 'Confirmation de votre adresse e-mail…',
    done: 'Votre adresse e-mail est confirmée.',
    invalidLink: 'Ce lien a expiré ou a déjà été utilisé.',
    retry: 'Réessayer',
  },
  changePassword: {
    title: 'Changer de mot de passe',
    submit: 'Changer le mot de passe',
    busy: 'Enregistrement…',
    done: 'Votre mot de passe a été changé.',
    wrongPassword: 'Le mot de passe actuel est incorrect.',
  },
};
