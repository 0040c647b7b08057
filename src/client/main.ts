/**
 * Everything the browser adds to a page that is complete without it. One small module a feature; what few readers want
 * is loaded when they want it.
 */
import { startDisplayMenu } from './display-menu.ts';
import { startLanguageSwitch } from './language-switch.ts';
import { startMarks } from './marks/start-marks.ts';
import { startNextAnnouncement } from './next-announcement.ts';
import { startOffline } from './offline/register.ts';
import { startOfflineBanner } from './offline-banner.ts';
import { startOpenBeside } from './open-beside.ts';
import { startProgress } from './progress.ts';
import { startStaleBanner } from './stale-banner.ts';
import { startSift } from './start-sift.ts';
import { startStrips } from './strips.ts';
import { startUnfold } from './unfold.ts';

startDisplayMenu();
startLanguageSwitch();
startMarks();
void startNextAnnouncement();
startOffline();
startOfflineBanner();
startOpenBeside();
startProgress();
void startStaleBanner();
startSift();
startStrips();
startUnfold();

if (document.querySelector('.main > .paper'))
  void import('./cite.ts').then(({ offerCitation }) => offerCitation(document, document));
