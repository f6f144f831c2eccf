// Before everything that was compiled by halves: Angular's own packages and the library.
import '@angular/compiler';
