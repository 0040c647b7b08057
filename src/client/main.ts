/**
 * Everything the browser adds to a page that is complete without it. One small module a feature; what few readers want
 * is loaded when they want it.
 */
import { startDisplayMenu } from './display-menu.ts';
import { startFreshness } from './freshness.ts';
import { startLanguageSwitch } from './language-switch.ts';
import { startNextAnnouncement } from './next-announcement.ts';
import { startOpenBeside } from './open-beside.ts';
import { startProgress } from './progress.ts';
import { startUnfold } from './unfold.ts';

startDisplayMenu();
startFreshness();
startLanguageSwitch();
startNextAnnouncement();
startOpenBeside();
startProgress();
startUnfold();

if (document.querySelector('.main > .paper'))
  void import('./cite.ts').then(({ offerCitation }) => offerCitation(document, document));
