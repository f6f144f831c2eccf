import { Routes } from '@angular/router';
import { LoginComponent, RegisterComponent, StatusComponent } from 'ngx-auth-kit';

const componentRoutes: Routes = [
  { path: 'login', component: LoginComponent },
  { path: 'register', component: RegisterComponent },
  { path: 'status', component: StatusComponent },
];

export default componentRoutes;
