// Stars, because esbuild loads what a file re-exports by name together with that file: the components
// would come with the first page of apps that use them in lazy routes only.
export * from 'ngx-auth-kit/components';
export * from 'ngx-auth-kit/core';
export * from 'ngx-auth-kit/labels';
