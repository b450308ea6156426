import { nextTick } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import { restoreSession, user } from './api/session';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./pages/sign-in/SignInPage.vue'), meta: { title: '登录', isOpen: true } },
    {
      path: '/check',
      name: 'self-check',
      component: () => import('./pages/self-check/SelfCheckPage.vue'),
      meta: { title: '年报自查', isOpen: true },
    },
    { path: '/', name: 'workbench', component: () => import('./pages/workbench/WorkbenchPage.vue'), meta: { title: '工作台' } },
    { path: '/import', name: 'import', component: () => import('./pages/import/ImportPage.vue'), meta: { title: '导入' } },
    { path: '/reports', name: 'reports', component: () => import('./pages/reports/ReportsPage.vue'), meta: { title: '报送名册' } },
    {
      path: '/progress',
      name: 'progress',
      component: () => import('./pages/progress/ProgressPage.vue'),
      meta: { title: '进度矩阵' },
    },
    {
      path: '/publication',
      name: 'publication',
      component: () => import('./pages/publication/PublicationPage.vue'),
      meta: { title: '发布核对' },
    },
    { path: '/reminders', name: 'reminders', component: () => import('./pages/reminders/RemindersPage.vue'), meta: { title: '催报' } },
    {
      path: '/report/:agencyId/:year',
      name: 'report',
      component: () => import('./pages/report/ReportPage.vue'),
      meta: { title: '单位年报' },
    },
    {
      path: '/review/:agencyId/:year',
      name: 'review',
      component: () => import('./pages/review/ReviewPage.vue'),
      meta: { title: '识别核对', isWide: true },
    },
    {
      path: '/rereadings',
      name: 'rereadings',
      component: () => import('./pages/rereading/RereadingPage.vue'),
      meta: { title: '重新识读' },
    },
    {
      path: '/entry/:submissionId',
      name: 'entry',
      component: () => import('./pages/review/EntryPage.vue'),
      meta: { title: '手工录入', isWide: true },
    },
    {
      path: '/findings',
      name: 'findings',
      component: () => import('./pages/findings/FindingsPage.vue'),
      meta: { title: '校验问题' },
    },
    {
      path: '/opinions',
      name: 'opinions',
      component: () => import('./pages/opinion/OpinionsPage.vue'),
      meta: { title: '退回意见' },
    },
    {
      path: '/opinion/:id',
      name: 'opinion',
      component: () => import('./pages/opinion/OpinionPage.vue'),
      meta: { title: '退回意见' },
    },
    {
      path: '/returns',
      name: 'grouped-return',
      component: () => import('./pages/opinion/GroupedReturnPage.vue'),
      meta: { title: '一次退回多家' },
    },
    {
      path: '/report/:agencyId/:year/return',
      name: 'return',
      component: () => import('./pages/opinion/ReturnPage.vue'),
      meta: { title: '退回并生成意见' },
    },
    {
      path: '/report/:agencyId/:year/difference',
      name: 'difference',
      component: () => import('./pages/difference/DifferencePage.vue'),
      meta: { title: '版本差异' },
    },
    {
      path: '/report/:agencyId/:year/check-sheet',
      name: 'check-sheet',
      component: () => import('./pages/check-sheet/CheckSheetPage.vue'),
      meta: { title: '校验单' },
    },
    { path: '/rules', name: 'rules', component: () => import('./pages/rules/RulesPage.vue'), meta: { title: '规则库' } },
    { path: '/trend', name: 'trend', component: () => import('./pages/trend/TrendPage.vue'), meta: { title: '全县趋势' } },
    {
      path: '/county-report',
      name: 'county-report',
      component: () => import('./pages/county-report/CountyReportPage.vue'),
      meta: { title: '县级报告核对' },
    },
    { path: '/agencies', name: 'agencies', component: () => import('./pages/agencies/AgenciesPage.vue'), meta: { title: '单位与年度' } },
    { path: '/settings', name: 'settings', component: () => import('./pages/settings/SettingsPage.vue'), meta: { title: '设置' } },
    { path: '/settings/users', name: 'users', component: () => import('./pages/users/UsersPage.vue'), meta: { title: '用户与角色' } },
    { path: '/account', name: 'account', component: () => import('./pages/account/AccountPage.vue'), meta: { title: '账户' } },
    {
      path: '/:rest(.*)*',
      name: 'not-found',
      component: () => import('./pages/not-found/NotFoundPage.vue'),
      meta: { title: '没有这个页面' },
    },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

router.beforeEach(async (to) => {
  if (to.meta.isOpen) return true;
  if (user.value || (await restoreSession()))
    return user.value?.mustChangePassword && to.name !== 'account' ? { name: 'account', query: { next: to.fullPath } } : true;
  return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
});

router.afterEach(async (to, from) => {
  document.title = `${String(to.meta.title)} – 明数`;
  if (to.path === from.path) return;
  await nextTick();
  document.querySelector<HTMLElement>('h1')?.focus();
});
