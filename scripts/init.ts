/**
 * `npm run init`: a `config.yaml` for another field. Asks on a terminal; with `--yes`, or where there is no terminal, it
 * takes flags only. Shows what the recent days of the archive would have brought before anything is written.
 */
import { confirm, intro, log, outro, select } from '@clack/prompts';
import { format } from 'prettier';
import { parseConfig } from '../src/config/parse-config.ts';
import { fill } from '../src/i18n/dictionary.ts';
import { init } from '../src/i18n/init.ts';
import { newConfigText } from '../src/init/config-text.ts';
import { editedConfigText } from '../src/init/edit-config.ts';
import { tryConfig } from '../src/init/tried.ts';
import { BROKEN, DONE, runCommand } from './command/exit-code.ts';
import { answer, ask, Stopped, type Asked } from './init/ask.ts';
import { answersFrom, readFlags, type Flags } from './init/flags.ts';
import { lookAround, putInPlace, type Place } from './init/place.ts';
import { triedText } from './init/report.ts';
import { startArchive } from './starter/start-archive.ts';

/** @param asked what the answers are, and what they edit */
async function configText({ answers, edits }: Asked, { present }: Place): Promise<string> {
  const text =
    edits === null || present === null
      ? newConfigText(answers)
      : editedConfigText(present.text, answers, edits.groups[0]?.id ?? null);
  return format(text, { parser: 'yaml', printWidth: 100, singleQuote: true });
}

/** Flags alone. Refuses before it writes what it must not. */
async function withoutAsking(flags: Flags, place: Place): Promise<number> {
  const answers = answersFrom(flags);
  const text = await configText({ answers, edits: null }, place);
  const config = parseConfig(text, place.configFile);
  if (flags.dryRun) {
    console.log(text.trimEnd());
    return DONE;
  }
  const words = init[answers.language];
  console.log(triedText(answers.language, tryConfig(config, place.recent), place.dataDir));
  if (place.present !== null && !flags.replace) {
    console.error(
      `${place.configFile} is there; nothing was written. --replace puts the new one in its place and keeps the old as ${place.backup}.`,
    );
    return BROKEN;
  }
  putInPlace(text, place);
  console.log(fill(words.initWritten, { file: place.configFile }));
  if (place.present !== null) console.log(fill(words.initKept, { backup: place.backup }));
  if (flags.empty) {
    startArchive(place.dataDir, [], true);
    console.log(fill(words.initEmptied));
  }
  console.log(fill(words.initNext));
  return DONE;
}

async function asking(flags: Flags, place: Place): Promise<number> {
  intro('npm run init');
  const asked = await ask(flags, place);
  const { language } = asked.answers;
  const words = init[language];
  const text = await configText(asked, place);
  const config = parseConfig(text, place.configFile);
  log.info(triedText(language, tryConfig(config, place.recent), place.dataDir));
  const { configFile: file, present, backup, held } = place;
  const sentence = present === null ? words.initWrite : words.initReplace;
  const goes = await answer(
    confirm({ message: fill(sentence, { file, backup }), initialValue: present === null }),
  );
  if (!goes) throw new Stopped();
  const isOther = asked.edits === null && held > 0;
  const empties =
    flags.empty ||
    (isOther &&
      (await answer(
        select({
          message: fill(words.initArchive, { n: held }),
          options: [
            {
              value: true,
              label: fill(words.initArchiveEmpty, { n: config.arxiv.first_run_days }),
            },
            { value: false, label: fill(words.initArchiveKeep) },
          ],
        }),
      )));
  if (flags.dryRun) {
    console.log(text.trimEnd());
    return DONE;
  }
  putInPlace(text, place);
  log.success(fill(words.initWritten, { file }));
  if (present !== null) log.info(fill(words.initKept, { backup }));
  if (empties) {
    startArchive(place.dataDir, [], true);
    log.success(fill(words.initEmptied));
  }
  outro(fill(words.initNext));
  return DONE;
}

await runCommand(async () => {
  const flags = readFlags();
  const place = lookAround();
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (flags.yes || !isTerminal) return withoutAsking(flags, place);
  try {
    return await asking(flags, place);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    outro(fill(init[flags.language ?? 'en'].initStopped));
    return BROKEN;
  }
});
