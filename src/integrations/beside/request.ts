import type { DataFilesReport } from '../../data-files/make-data-files.ts';
import type { SearchIndexReport } from '../../search/build-search-index.ts';
import type { EmitReport } from '../emit/groups.ts';
import type { SiteAddress } from '../site-address.ts';
import type { ShareImagesReport } from './share-images.ts';

/** What a thread beside the build is asked for. Snapshot and config are where `locations()` says. */
export interface BesideRequest {
  address: SiteAddress;
  /** A folder for what is made: the build empties the one that is published. */
  outDir: string;
  cacheDir: string;
  salt: string;
  /** By which the thread tells that what it makes first is made: pages wait for that. */
  made: SharedArrayBuffer;
}

export interface FilesReport {
  feeds: EmitReport;
  data: DataFilesReport;
  pictures: ShareImagesReport;
}

/** What each of the threads answers; its name is that of the module that it runs. */
export interface BesideReports {
  'make-search': SearchIndexReport;
  'make-files': FilesReport;
}
