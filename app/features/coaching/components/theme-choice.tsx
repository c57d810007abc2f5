import { isTheme } from "~/features/themes/model";
import { useTexts } from "~/i18n/use-texts";
import { Choice } from "~/ui/choice";
import { useHydrated } from "~/ui/use-hydrated";

export interface ThemeChoices {
  themes: { code: string; name: string; subs: { code: string; name: string }[] }[];
  resources: { id: string; title: string; theme: string }[];
}

interface ThemeChoiceProps extends ThemeChoices {
  theme: string;
  onTheme: (theme: string) => void;
  note: string;
  onNote: (note: string) => void;
  /** Resources ticked, and acts ticked before JavaScript ran. */
  handed: readonly string[];
  onHanded: (ids: string[]) => void;
  acts: readonly string[];
}

/** One theme, and under it what one often does and hands over for it: an act ticked adds its line to the note. */
export function ThemeChoice(props: ThemeChoiceProps) {
  const t = useTexts("sessionForm");
  const { form } = useTexts("coaching");
  const { theme, onTheme } = props;
  return (
    <fieldset className="grid gap-2" id="theme" tabIndex={-1}>
      <legend className="mb-1 font-semibold">{t.theme}</legend>
      <div className="flex flex-wrap gap-2">
        {props.themes.map((one) => (
          <Choice
            key={one.code}
            type="radio"
            name="theme"
            value={one.code}
            isChecked={theme === one.code}
            onChange={() => onTheme(one.code)}
          >
            {one.name}
          </Choice>
        ))}
        <Choice type="radio" name="theme" value="" isChecked={theme === ""} onChange={() => onTheme("")}>
          {form.noTheme}
        </Choice>
      </div>
      <button type="submit" name="intent" value="again" className="button noscript-only justify-self-start">
        {t.showTheme}
      </button>
      {isTheme(theme) ? <UnderTheme {...props} theme={theme} /> : null}
    </fieldset>
  );
}

function UnderTheme({ theme, resources, note, onNote, handed, onHanded, acts: ticked }: ThemeChoiceProps) {
  const t = useTexts("sessionForm");
  const acts = useTexts("acts");
  const isHydrated = useHydrated();
  const lines: readonly string[] = isTheme(theme) ? acts[theme] : [];
  const had = note.split(/\r?\n/);
  const shown = resources.filter((one) => one.theme === theme || handed.includes(one.id));
  return (
    <div className="grid gap-x-6 gap-y-2 border-l-4 border-l-mark pl-4 md:grid-cols-2">
      <div role="group" aria-label={t.acts}>
        <p className="text-s text-muted">{t.acts}</p>
        {lines.map((line, place) => (
          <label key={line} className="tick">
            <input
              type="checkbox"
              name={isHydrated ? undefined : "acts"}
              value={place}
              checked={had.includes(line) || (!isHydrated && ticked.includes(String(place)))}
              onChange={(event) => onNote(event.target.checked ? withLine(note, line) : withoutLine(note, line))}
            />
            <span>{line}</span>
          </label>
        ))}
      </div>
      {shown.length > 0 ? (
        <div role="group" aria-label={t.resources}>
          <p className="text-s text-muted">{t.resources}</p>
          {shown.map((one) => (
            <label key={one.id} className="tick">
              <input
                type="checkbox"
                name="resources"
                value={one.id}
                checked={handed.includes(one.id)}
                onChange={(event) => onHanded(event.target.checked ? [...handed, one.id] : handed.filter((id) => id !== one.id))}
              />
              <span>{one.title}</span>
            </label>
          ))}
        </div>
      ) : null}
    </div>
  );
}

const withLine = (note: string, line: string) => (note.trim() === "" ? line : `${note.replace(/\n$/, "")}\n${line}`);
const withoutLine = (note: string, line: string) =>
  note
    .split(/\r?\n/)
    .filter((one) => one !== line)
    .join("\n");
