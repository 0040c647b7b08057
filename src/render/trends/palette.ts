/**
 * Colours of series, light and dark: told apart with each form of colour blindness and against the page (a test measures
 * both). `rest` is for what is left over, or came before. In a chart neighbours are parted by a line of the page's colour.
 */
export const PALETTE = {
  light: {
    series: ['#537de6', '#565811', '#f94c30', '#372a76', '#ad2a6a', '#540610'],
    rest: '#8c867c',
    page: '#fdfcfa',
  },
  dark: {
    series: ['#98e6ff', '#64bc40', '#f4d269', '#6153d5', '#da85d8', '#c91a25'],
    rest: '#8a8378',
    page: '#131211',
  },
} as const;
