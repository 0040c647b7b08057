/** Everything the browser adds to a page that is complete without it. One small module a feature. */
import { offerCitation } from './cite.ts';
import { startDisplayMenu } from './display-menu.ts';
import { startLanguageSwitch } from './language-switch.ts';
import { startNextAnnouncement } from './next-announcement.ts';
import { startPane } from './pane.ts';
import { startProgress } from './progress.ts';
import { startUnfold } from './unfold.ts';

offerCitation(document, document);
startDisplayMenu();
startLanguageSwitch();
startNextAnnouncement();
startPane();
startProgress();
startUnfold();
