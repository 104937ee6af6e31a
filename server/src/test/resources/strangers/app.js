// An app as its makers write it with fhirclient: one page begins (launch.html), another goes on (index.html).
const begins = location.pathname.endsWith("launch.html");
const wanted = new URLSearchParams(location.search);
const show = text => { document.getElementById("result").textContent = text; };
const failed = error => show("error: " + error.message);

if (begins) {
  FHIR.oauth2.authorize({
    clientId: "growth-charts",
    iss: wanted.get("iss"),
    scope: (wanted.has("launch") ? "launch" : "launch/patient") + " openid fhirUser online_access patient/*.rs",
    redirectUri: "index.html",
    pkceMode: "required"
  }).catch(failed);
} else {
  FHIR.oauth2.ready().then(async client => {
    const patient = await client.patient.read();
    const weights = await client.patient.request("Observation");
    const user = await client.user.read();
    const before = client.state.tokenResponse.access_token;
    await client.refresh();
    const again = await client.patient.read();
    const other = await client.request("Patient/" + (wanted.get("other") || sessionStorage.getItem("other")))
      .then(found => "found " + found.id, refused => "refused " + refused.statusCode);
    show(JSON.stringify({
      name: patient.name[0].text,
      patient: client.patient.id,
      observations: (weights.entry || []).length,
      user: user.resourceType + "/" + user.id,
      renewed: before !== client.state.tokenResponse.access_token && again.id === patient.id,
      banner: client.state.tokenResponse.need_patient_banner,
      other
    }));
  }).catch(failed);
}
if (wanted.has("other")) {
  sessionStorage.setItem("other", wanted.get("other"));
}
