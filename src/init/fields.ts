import type { CategoryRule, LocalName } from '../config/config.ts';

/** A topic to choose from a list. */
export interface TopicChoice {
  id: string;
  name: LocalName;
  include: string[];
}

/** A field of research to begin with: where its papers are, and topics that most of it falls into. */
export interface Field {
  id: string;
  name: LocalName;
  categories: Record<string, CategoryRule>;
  topics: TopicChoice[];
}

const topic = (id: string, en: string, zh: string, include: string): TopicChoice => ({
  id,
  name: { en, zh },
  include: include.split(',').map((phrase) => phrase.trim()),
});

/** Starting points and not more: the phrases are meant to be tuned on what they bring. */
export const fields: readonly Field[] = [
  {
    id: 'quantum',
    name: { en: 'Quantum computing', zh: '量子计算' },
    categories: { 'quant-ph': 'matching', 'cs.ET': 'matching', 'cs.CR': 'matching' },
    topics: [
      topic(
        'error-correction',
        'Error correction',
        '量子纠错',
        'quantum error correction, quantum error correcting, surface code, stabilizer code, logical qubit, fault-tolerant quantum, magic state, toric code',
      ),
      topic(
        'algorithms',
        'Algorithms',
        '量子算法',
        'quantum algorithm, quantum advantage, variational quantum, QAOA, quantum approximate optimization, quantum phase estimation, quantum walk, Grover search',
      ),
      topic(
        'quantum-learning',
        'Quantum machine learning',
        '量子机器学习',
        'quantum machine learning, quantum neural network, quantum kernel, barren plateau, quantum reservoir computing',
      ),
      topic(
        'hardware',
        'Hardware',
        '量子硬件',
        'superconducting qubit, transmon, trapped ion, neutral atom array, Rydberg atom, spin qubit, photonic quantum, qubit readout',
      ),
      topic(
        'communication',
        'Communication & cryptography',
        '量子通信与密码',
        'quantum key distribution, QKD, quantum network, quantum repeater, quantum cryptography, quantum internet, entanglement distribution',
      ),
      topic(
        'simulation',
        'Simulation',
        '量子模拟',
        'quantum simulation, quantum simulator, Hamiltonian simulation, analog quantum',
      ),
    ],
  },
  {
    id: 'language-models',
    name: { en: 'Language models', zh: '语言模型' },
    categories: { 'cs.CL': 'matching', 'cs.LG': 'matching', 'cs.AI': 'matching' },
    topics: [
      topic(
        'reasoning',
        'Reasoning',
        '推理',
        'chain of thought, mathematical reasoning, reasoning model, test-time scaling, multi-step reasoning',
      ),
      topic(
        'agents',
        'Agents & tool use',
        '智能体与工具使用',
        'LLM agent, language agent, LLM-based agent, tool use, tool calling, web agent, computer use agent',
      ),
      topic(
        'alignment',
        'Alignment & safety',
        '对齐与安全',
        'RLHF, preference optimization, reward model, jailbreak, red teaming, safety alignment',
      ),
      topic(
        'retrieval',
        'Retrieval & knowledge',
        '检索与知识',
        'retrieval-augmented generation, RAG, dense retrieval, knowledge editing',
      ),
      topic(
        'efficiency',
        'Efficiency',
        '高效训练与推理',
        'KV cache, speculative decoding, mixture of experts, post-training quantization, LLM inference, low-rank adaptation',
      ),
      topic(
        'evaluation',
        'Evaluation',
        '评测',
        'LLM as a judge, hallucination detection, data contamination, benchmark for large language models',
      ),
    ],
  },
  {
    id: 'vision',
    name: { en: 'Computer vision', zh: '计算机视觉' },
    categories: { 'cs.CV': 'matching', 'eess.IV': 'matching', 'cs.GR': 'matching' },
    topics: [
      topic(
        'generation',
        'Image & video generation',
        '图像与视频生成',
        'text-to-image, text-to-video, image generation, video generation, image editing, latent diffusion',
      ),
      topic(
        'three-d',
        '3D reconstruction',
        '三维重建',
        'Gaussian splatting, neural radiance field, NeRF, novel view synthesis, multi-view stereo, 3D reconstruction',
      ),
      topic(
        'recognition',
        'Detection & segmentation',
        '检测与分割',
        'object detection, instance segmentation, semantic segmentation, open-vocabulary segmentation, object tracking',
      ),
      topic(
        'vision-language',
        'Vision & language',
        '视觉语言模型',
        'vision-language model, multimodal large language model, visual question answering, image captioning',
      ),
      topic(
        'medical',
        'Medical imaging',
        '医学影像',
        'medical image, computed tomography, MRI reconstruction, histopathology, chest X-ray',
      ),
    ],
  },
  {
    id: 'biology',
    name: { en: 'Computational biology', zh: '计算生物学' },
    categories: {
      'q-bio.BM': 'all',
      'q-bio.GN': 'all',
      'q-bio.QM': 'matching',
      'cs.LG': 'matching',
    },
    topics: [
      topic(
        'proteins',
        'Proteins',
        '蛋白质',
        'protein structure, protein design, protein language model, protein folding, antibody design',
      ),
      topic(
        'genomics',
        'Genomics',
        '基因组学',
        'genomic, DNA sequence, gene expression, genome assembly, variant calling, RNA sequence',
      ),
      topic(
        'single-cell',
        'Single-cell',
        '单细胞',
        'single-cell, spatial transcriptomics, scRNA-seq, cell type annotation',
      ),
      topic(
        'drugs',
        'Drug discovery',
        '药物发现',
        'drug discovery, molecular docking, molecule generation, drug-target, binding affinity, virtual screening',
      ),
    ],
  },
  {
    id: 'earth',
    name: { en: 'Weather, climate & Earth', zh: '天气、气候与地球' },
    categories: {
      'physics.ao-ph': 'all',
      'physics.geo-ph': 'matching',
      'cs.LG': 'matching',
      'cs.CV': 'matching',
    },
    topics: [
      topic(
        'forecasting',
        'Weather forecasting',
        '天气预报',
        'weather forecasting, weather prediction, precipitation nowcasting, ensemble forecast, data assimilation',
      ),
      topic(
        'climate',
        'Climate modelling',
        '气候模拟',
        'climate model, Earth system model, climate change, climate downscaling, climate projection',
      ),
      topic(
        'remote-sensing',
        'Remote sensing',
        '遥感',
        'remote sensing, satellite imagery, Earth observation, hyperspectral image',
      ),
      topic(
        'hazards',
        'Hazards',
        '自然灾害',
        'earthquake, flood forecasting, wildfire, tropical cyclone, landslide, extreme weather',
      ),
    ],
  },
  {
    id: 'security',
    name: { en: 'Security & privacy', zh: '安全与隐私' },
    categories: { 'cs.CR': 'all', 'cs.LG': 'matching', 'cs.SE': 'matching' },
    topics: [
      topic(
        'cryptography',
        'Cryptography',
        '密码学',
        'homomorphic encryption, zero-knowledge proof, post-quantum cryptography, multi-party computation, lattice-based',
      ),
      topic(
        'software-security',
        'Software & systems',
        '软件与系统安全',
        'vulnerability detection, fuzzing, malware, memory safety, side-channel attack, supply chain attack',
      ),
      topic(
        'privacy',
        'Privacy',
        '隐私',
        'differential privacy, membership inference, federated learning, machine unlearning',
      ),
      topic(
        'model-security',
        'Security of models',
        '模型安全',
        'prompt injection, jailbreak, adversarial example, backdoor attack, data poisoning, model extraction',
      ),
    ],
  },
];
