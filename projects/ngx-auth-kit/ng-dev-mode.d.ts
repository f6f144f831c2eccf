/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;
