import { createApp } from 'vue';
import App from './App.vue';
import { i18n } from './language';
import { router } from './router';
import { begin } from './session';
import './style.css';

createApp(App).use(i18n).use(router).mount('#page');
void begin();
