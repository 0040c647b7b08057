/**
 * Every category that arXiv takes submissions in, by archive; an empty name is the archive itself.
 * Source: arXiv's category taxonomy (https://arxiv.org/category_taxonomy), 155 categories, of which six are other
 * names of one: cs.NA, cs.SY, math.IT, math.MP, q-fin.EC, stat.TH.
 */
const archives = {
  'astro-ph': ['CO', 'EP', 'GA', 'HE', 'IM', 'SR'],
  'cond-mat': 'dis-nn mes-hall mtrl-sci other quant-gas soft stat-mech str-el supr-con'.split(' '),
  cs: (
    'AI AR CC CE CG CL CR CV CY DB DC DL DM DS ET FL GL GR GT HC IR IT LG LO MA MM MS NA NE NI OH OS PF PL RO SC SD ' +
    'SE SI SY'
  ).split(' '),
  econ: ['EM', 'GN', 'TH'],
  eess: ['AS', 'IV', 'SP', 'SY'],
  'gr-qc': [''],
  'hep-ex': [''],
  'hep-lat': [''],
  'hep-ph': [''],
  'hep-th': [''],
  'math-ph': [''],
  math: (
    'AC AG AP AT CA CO CT CV DG DS FA GM GN GR GT HO IT KT LO MG MP NA NT OA OC PR QA RA RT SG SP ' +
    'ST'
  ).split(' '),
  nlin: ['AO', 'CD', 'CG', 'PS', 'SI'],
  'nucl-ex': [''],
  'nucl-th': [''],
  physics: (
    'acc-ph ao-ph app-ph atm-clus atom-ph bio-ph chem-ph class-ph comp-ph data-an ed-ph flu-dyn gen-ph geo-ph hist-ph ' +
    'ins-det med-ph optics plasm-ph pop-ph soc-ph space-ph'
  ).split(' '),
  'q-bio': ['BM', 'CB', 'GN', 'MN', 'NC', 'OT', 'PE', 'QM', 'SC', 'TO'],
  'q-fin': ['CP', 'EC', 'GN', 'MF', 'PM', 'PR', 'RM', 'ST', 'TR'],
  'quant-ph': [''],
  stat: ['AP', 'CO', 'ME', 'ML', 'OT', 'TH'],
};

/** The ids, e.g. `cs.RO`, `hep-th`, in alphabetical order of archives. */
export const arxivCategoryIds: string[] = Object.entries(archives).flatMap(([archive, names]) =>
  names.map((name) => (name === '' ? archive : `${archive}.${name}`)),
);
