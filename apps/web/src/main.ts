import { createApp } from 'vue';
import App from './App.vue';
import { onSignedOut } from './api/call';
import { user } from './api/session';
import { router } from './router';
import 'element-plus/theme-chalk/base.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';

onSignedOut(() => {
  user.value = undefined;
  void router.push({ name: 'sign-in', query: { next: router.currentRoute.value.fullPath } });
});
createApp(App).use(router).mount('#app');
