/**
 * Licences under which robot data is published: ids of the SPDX licence list (https://spdx.org/licenses/), and
 * `LicenseRef-…` for terms of the publisher's own.
 */
export const licenceIds = [
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-ND-4.0',
  'CC-BY-NC-SA-3.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'GPL-3.0-only',
  'LicenseRef-publisher-terms',
  'MIT',
  'ODC-By-1.0',
] as const;
