/** Pairs of a command and its character, separated by blanks. */
function table(pairs: string): [string, string][] {
  return [...pairs.matchAll(/(\S+) (\S+)/g)].map(([, command = '', sign = '']) => [command, sign]);
}

/** TeX's commands for symbols → the character, for formulas that are shown as plain text. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['quad', ' '],
  ['qquad', ' '],
  ...table(`
  alpha α  beta β  gamma γ  delta δ  epsilon ϵ  varepsilon ε  zeta ζ  eta η  theta θ  vartheta ϑ  iota ι  kappa κ
  lambda λ  mu μ  nu ν  xi ξ  pi π  rho ρ  sigma σ  tau τ  upsilon υ  phi ϕ  varphi φ  chi χ  psi ψ  omega ω
  Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Phi Φ  Psi Ψ  Omega Ω  ell ℓ  hbar ℏ  nabla ∇
  partial ∂  infty ∞  emptyset ∅  degree °  times ×  cdot ·  div ÷  pm ±  mp ∓  ast ∗  star ⋆  circ ∘  bullet •
  oplus ⊕  otimes ⊗  cap ∩  cup ∪  wedge ∧  vee ∨  neg ¬  setminus ∖  leq ≤  le ≤  geq ≥  ge ≥  neq ≠  ne ≠  ll ≪
  gg ≫  sim ∼  simeq ≃  approx ≈  equiv ≡  cong ≅  propto ∝  in ∈  notin ∉  subset ⊂  subseteq ⊆  supset ⊃
  supseteq ⊇  forall ∀  exists ∃  mid |  vert |  Vert ‖  parallel ∥  perp ⊥  to →  rightarrow →  leftarrow ←
  leftrightarrow ↔  Rightarrow ⇒  Leftarrow ⇐  Leftrightarrow ⇔  mapsto ↦  uparrow ↑  downarrow ↓  implies ⇒
  iff ⇔  sum ∑  prod ∏  int ∫  ldots …  dots …  cdots ⋯  prime ′  dagger †  langle ⟨  rangle ⟩  lfloor ⌊  rfloor ⌋
  lceil ⌈  rceil ⌉  lbrace {  rbrace }  colon :  S §  checkmark ✓  percent %  lesssim ≲  gtrsim ≳  log log
  exp exp  min min  max max  sin sin  cos cos  tan tan  arg arg  lim lim  sup sup  inf inf  det det  dim dim
  ker ker  Pr Pr  ln ln  arctan arctan
  `),
]);

/** Accents over one letter → the combining character. */
export const MATH_ACCENTS: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0304'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['vec', '\u20d7'],
  ['check', '\u030c'],
]);

function each(plain: string, shifted: string): [string, string][] {
  const forms = Array.from(shifted);
  return Array.from(plain, (c, n) => [c, forms[n] ?? c]);
}

/** Characters that have a raised form of their own. */
export const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  each('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'),
);

/** Characters that have a lowered form of their own. */
export const SUBSCRIPTS: ReadonlyMap<string, string> = new Map(
  each('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
);
