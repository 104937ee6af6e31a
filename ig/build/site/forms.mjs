// Where the portals ask for a field: read from the two lists that the portals' own code is made of, so that the guide cannot
// say something else. Parts of a form that are no answers have other names there and are told here.
import { readFileSync } from "node:fs";
import { formSources } from "../places.mjs";

const [registrationSource, visitSource] = formSources.map((file) => readFileSync(file, "utf8"));

const OWN_NAMES = {
  address_line: "address", birth_date: "birth_date", contact_type: "contact_type", data_consent: "CONSENT",
  emergency_contact_name: "contact_name", emergency_contact_phone: "contact_phone", name_text: "name",
  phone: "phone", preferred_language: "language",
};

// What has a page or a place of its own, beside the questions.
const ELSEWHERE = {
  phn: "registration: her card; check-in", identity_assurance: "registration: identity check, not typed",
  contact_date: "visit: today, not typed", next_contact: "visit: next appointment", performer: "who is signed in",
  location: "the facility of who is signed in", registering_phm: "who is signed in", registration_date: "today, not typed",
  phm_area: "the area of who is signed in", moh_area: "the area of who is signed in", referral_target: "visit: referral",
  referral_urgent: "visit: referral", referral_reason: "visit: referral", referral_date: "the day of the visit, not typed",
};

/** How the portals come by a field, or why they do not. */
export function formOf(field) {
  const registration = asks(registrationSource, OWN_NAMES[field.name] ?? field.name) && "registration";
  const visit = (asks(visitSource, field.name) || (field.name.startsWith("danger_") && "visit")) && "visit";
  return [registration, visit].filter(Boolean).join(", ") || ELSEWHERE[field.name] || reason(field);
}

const asks = (source, name) => new RegExp(`"${name}"|\\.${name}\\b`).test(source);

function reason(field) {
  if (field.kind === "COMPUTED") {
    return "worked out, not asked";
  }
  return field.kind === "ADMINISTRATIVE" ? "not asked by the portals" : "by the operation; the portals do not ask it yet";
}
