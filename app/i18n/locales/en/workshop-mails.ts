import type { Catalogue } from "../../translate";

export const workshopMails: Catalogue["workshopMails"] = {
  why: "You get this message from {{office}} because you are registered for this workshop.",
  place: "Place: {{place}}",
  video: "To join online: {{url}}",
  bring: "Please bring: {{bring}}",
  price: "Price: {{price}}",
  newDate: "Before: {{before}}\nNow: {{after}}",
  newPlace: "Place before: {{before}}\nPlace now: {{after}}",
  newLink: "The video link has changed: use the one in this message.",
  otherDates: "Other possible dates:",
  before: "To read before:",
  after: "To keep:",
  again: {
    subject: "Your registration: {{title}}",
    intro: "Here is the link to your registration for “{{title}}” again: use it to see, change or cancel your seat.",
    button: "See, change or cancel",
  },
  registered: {
    subject: "Registration confirmed: {{title}}",
    intro: "Your seat is booked for “{{title}}”. The attached file puts the date in your calendar.",
    button: "Change or cancel my registration",
  },
  waiting: {
    subject: "On the waiting list: {{title}}",
    intro: "“{{title}}” is full. You are on the waiting list: we write to you as soon as a seat is free.",
    button: "See or leave the waiting list",
  },
  offered: {
    subject: "A seat is free: {{title}}",
    intro: "A seat is waiting for you at “{{title}}”. Take it before {{until}}; after that it goes to the next person.",
    button: "Take or leave this seat",
  },
  expired: {
    subject: "The seat went to the next person: {{title}}",
    intro:
      "The seat offered for “{{title}}” was not taken in time and went to the next person. You can register again from the programme.",
    button: "See my registration",
  },
  cancelled: {
    subject: "Registration cancelled: {{title}}",
    intro: "Your registration for “{{title}}” is cancelled. Thank you for telling us: someone else can have the seat.",
    button: "See my registration",
  },
  cancelled_by_office: {
    subject: "Registration cancelled by the office: {{title}}",
    intro:
      "{{office}} cancelled your registration for “{{title}}”. If you did not ask for it, answer this message: we will look at it together.",
    button: "See my registration",
  },
  changed: {
    subject: "Change: {{title}}",
    intro: "“{{title}}”, for which you are registered, has changed. Your registration stands.",
    button: "Change or cancel my registration",
  },
  called_off: {
    subject: "Workshop cancelled: {{title}}",
    intro: "“{{title}}” will not take place. The attached file takes it out of your calendar.",
    button: "See the programme",
  },
  reminder: {
    subject: "Reminder: {{title}}",
    intro: "“{{title}}” is coming up. If you can no longer come, tell us: someone else can have the seat.",
    button: "Change or cancel my registration",
  },
  certificate: {
    subject: "Your certificate of attendance: {{title}}",
    intro: "Attached is your certificate of attendance at “{{title}}”.",
    button: "See the certificate",
  },
  certificate_withdrawn: {
    subject: "Certificate of attendance withdrawn: {{title}}",
    intro:
      "The attendance list of “{{title}}” was corrected. The certificate that we sent no longer holds; write to us if this is a mistake.",
    button: "See the certificate",
  },
  feedback_end: {
    subject: "What did you think of “{{title}}”?",
    intro: "Thank you for coming to “{{title}}”. One minute of your time helps us prepare the next ones.",
    button: "Give my opinion",
  },
  feedback_later: {
    subject: "Since “{{title}}”?",
    intro: "Since “{{title}}”, what have you put in place? Two questions, one minute.",
    button: "Answer",
  },
  invitation: {
    subject: "{{office}} invites you: {{title}}",
    intro: "We are preparing “{{title}}” and think it could help {{establishment}}.",
    button: "See the workshop and register",
    why: "You get this invitation from {{office}}, which supports your establishment.",
  },
  invitation_reminder: {
    subject: "Invitation, a reminder: {{title}}",
    intro: "We invited you to “{{title}}” and have not had your answer. Yes or no, it helps us prepare the room.",
    button: "Answer the invitation",
  },
  callback: {
    subject: "Call me back: {{who}}",
    intro: "{{who}} asks to be called about the workshop “{{title}}”.",
    button: "See the workshop",
  },
  call: {
    subject: "To pass on to your providers: {{title}}",
    intro: "{{from}} suggests that you invite the providers of {{office}} to “{{title}}”. The list is ready: one tap sends it.",
    button: "See who would be invited",
    why: "You get this message because you support providers at {{office}}.",
  },
};
