import type { Catalogue } from "../../translate";

export const coachingLetter: Catalogue["coachingLetter"] = {
  subject: "Our session of {{day}}",
  greeting: "Hello,",
  greetingTo: "Hello {{name}},",
  opening: "Here is what we did together on {{day}} ({{duration}}).",
  theme: "Theme: {{theme}}.",
  steps: "What comes next:",
  step: "– {{title}}",
  stepBy: "– {{title}}, by {{day}}",
  resources: "To read:",
  closing: "See you soon,",
  why: "You receive this message after a session with {{office}}.",
};
