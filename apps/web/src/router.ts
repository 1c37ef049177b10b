import { createRouter, createWebHashHistory } from 'vue-router';
import AgreementsView from './views/AgreementsView.vue';
import BoardView from './views/BoardView.vue';
import CaseListView from './views/CaseListView.vue';
import CaseView from './views/CaseView.vue';
import FiguresView from './views/FiguresView.vue';
import HomeView from './views/HomeView.vue';
import InboxView from './views/InboxView.vue';
import NotFoundView from './views/NotFoundView.vue';
import OverdueView from './views/OverdueView.vue';
import RegisterView from './views/RegisterView.vue';
import ReviewsView from './views/ReviewsView.vue';
import ReviewView from './views/ReviewView.vue';
import RosterView from './views/RosterView.vue';
import TasksView from './views/TasksView.vue';

/** Addresses live after the `#`: they never reach a log of the station, and any of them can be opened again. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', component: HomeView },
    { path: '/register', component: RegisterView },
    { path: '/tasks', component: TasksView },
    { path: '/inbox', component: InboxView },
    { path: '/board', component: BoardView },
    { path: '/agreements', component: AgreementsView },
    { path: '/figures', component: FiguresView },
    { path: '/overdue', component: OverdueView },
    { path: '/roster', component: RosterView },
    { path: '/cases/:view(mine|open|closed)', component: CaseListView, props: true },
    { path: '/case/:caseId', component: CaseView, props: true },
    { path: '/reviews', component: ReviewsView },
    {
      path: '/review/:caseId/:round(\\d+)',
      component: ReviewView,
      props: ({ params }) => ({ caseId: params['caseId'], round: Number(params['round']) }),
    },
    { path: '/:other(.*)*', component: NotFoundView },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});
