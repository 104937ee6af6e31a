import { code, escaped } from "./html.mjs";

// Where the answer to each field of the dictionary stands. The rule follows the field's kind; parts of the forms that are no
// answers have a place each. A field without one stops the build.

const OBSERVATION = "anc-observation";

/** The places of a field as HTML. */
export function placesOf(field) {
  const places = field.kind === "ADMINISTRATIVE" ? ADMINISTRATIVE[field.name] : elementOf(field);
  if (!places) {
    throw new Error(`Where ${field.name} stands is not said`);
  }
  return places.map(([profile, element, remark]) => [profile
    ? `<a href="StructureDefinition-${profile}.html">${code(element)}</a>` : escaped(element), remark && escaped(remark)]
    .filter(Boolean).join(" ")).join("<br>");
}

/** Pairs of profile, element and remark for a field that is answered or worked out. */
function elementOf(field) {
  if (field.unit === "mm[Hg]") {
    return [["anc-blood-pressure", "Observation.component.value"]];
  }
  return (KINDS[field.kind] ?? (() => null))(field);
}

const value = (type) => () => [[OBSERVATION, `Observation.value${type}`]];

const KINDS = {
  ALLERGY: () => [["anc-allergy", "AllergyIntolerance.code"]],
  BOOLEAN: value("Boolean"),
  CODED: value("CodeableConcept"),
  COMPUTED: (field) => COMPUTED[field.name],
  CONDITION: () => [["anc-history-condition", "Condition.code", "for yes"], [OBSERVATION, "Observation.valueBoolean", "for no"]],
  DANGER_SIGN: () => [[OBSERVATION, "Observation.valueCodeableConcept", "as an answer to ANC.B5.DE48"]],
  DATE: value("DateTime"),
  IMMUNIZATION: () => [["anc-immunization", "Immunization.occurrenceDateTime"]],
  INTEGER: value("Integer"),
  MEDICATION: () => [["anc-medication-statement", "MedicationStatement.medicationCodeableConcept", "for yes"],
    [OBSERVATION, "Observation.valueBoolean", "for no"]],
  PROCEDURE: value("Boolean"),
  QUANTITY: value("Quantity"),
};

const WORKED_OUT = [[null, "", "Worked out where it is shown, from what is stored."]];
const notKept = (why) => [[null, "", `Not kept: ${why}`]];
const NEVER = [[null, "", "Never in a resource: kept as keyed hashes in a table of the registry."]];

const COMPUTED = {
  edd: [[OBSERVATION, "Observation.valueDateTime"]],
  ga_source: [[OBSERVATION, "Observation.valueCodeableConcept"]],
  ga_weeks: [[OBSERVATION, "Observation.valueQuantity"]],
  ga_at_booking: WORKED_OUT,
  bmi: [[OBSERVATION, "Observation.valueQuantity"]],
  bmi_category: WORKED_OUT,
  contact_number: [["anc-contact", "Encounter.extension"], ["anc-pregnancy", "EpisodeOfCare.extension", "how many"]],
  risk_grade: [["anc-risk-assessment", "RiskAssessment.prediction.qualitativeRisk"]],
  risk_reasons: [["anc-risk-assessment", "RiskAssessment.prediction.outcome"], ["anc-risk-assessment", "RiskAssessment.basis"]],
  preterm: notKept("it follows from the date of delivery and the expected date, which are kept."),
};

const ADMINISTRATIVE = {
  phn: [["anc-mother", "Patient.identifier:phn"]],
  nic: NEVER,
  esignet_psut: [[null, "", "Never in a resource: kept in the table that links people to their sign-in."]],
  identity_assurance: [["anc-identity-assurance", "Extension.valueCode", "on each detail"],
    ["anc-identity-verified", "Extension.valueBoolean", "on the person"]],
  name_given: [["anc-mother", "Patient.name.given", "only where the source gives it apart"]],
  name_family: [["anc-mother", "Patient.name.family", "only where the source gives it apart"]],
  name_text: [["anc-mother", "Patient.name.text"]],
  birth_date: [["anc-mother", "Patient.birthDate"]],
  birth_date_estimated: notKept("a birth date that is guessed from an age would be taken for hers when records are compared. FHIR's date may be a year alone, which is never taken for a whole one."),
  sex: [["anc-mother", "Patient.gender"]],
  phone: [["anc-mother", "Patient.telecom"]],
  sms_consent: notKept("this version sends no messages, and a consent on which nothing acts is not asked for."),
  preferred_language: [["anc-mother", "Patient.communication"]],
  address_line: [["anc-mother", "Patient.address.line"]],
  gn_division: notKept("the midwife's area says where she is looked after, and no list of the divisions comes with this guide; her address takes its name."),
  district: [["anc-mother", "Patient.address.state"]],
  moh_area: [["anc-unit", "Organization.partOf", "of her midwife's area"]],
  phm_area: [["anc-mother", "Patient.managingOrganization"], ["anc-pregnancy", "EpisodeOfCare.managingOrganization"]],
  eligible_family_no: notKept("it is the number of a paper register; her PHN is what finds her here."),
  pregnancy_register_no: notKept("it is the number of a paper register; her PHN and the pregnancy's own record are what finds her here."),
  registration_date: [["anc-pregnancy", "EpisodeOfCare.period.start"]],
  registering_phm: [["anc-pregnancy", "EpisodeOfCare.careManager"]],
  emergency_contact_name: [["anc-mother", "Patient.contact.name.text"]],
  emergency_contact_phone: [["anc-mother", "Patient.contact.telecom"]],
  data_consent: [["anc-record-consent", "Consent.provision.type"]],
  contact_date: [["anc-contact", "Encounter.period.start"]],
  contact_type: [["anc-contact", "Encounter.type"]],
  location: [["anc-contact", "Encounter.serviceProvider"]],
  performer: [["anc-contact", "Encounter.participant.individual"]],
  referral_urgent: [["anc-referral", "ServiceRequest.priority"]],
  referral_target: [["anc-referral", "ServiceRequest.performer"]],
  referral_specialty: [["anc-referral", "ServiceRequest.performerType"]],
  referral_reason: [["anc-referral", "ServiceRequest.reasonCode"]],
  referral_date: [["anc-referral", "ServiceRequest.authoredOn"]],
  referral_appointment: [["anc-referral", "ServiceRequest.occurrence[x]"]],
  referral_note: [["anc-referral", "ServiceRequest.note"]],
  referral_outcome: [["anc-task", "Task.note"]],
  next_contact: [["anc-appointment", "Appointment.start"]],
  next_contact_status: [["anc-appointment", "Appointment.status"]],
};
