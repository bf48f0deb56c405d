// Fills the next of the three fields for a place as soon as one is chosen.
for (const group of document.querySelectorAll(".regions")) {
  const fields = [...group.querySelectorAll("select")];

  function empty(field) {
    field.length = 1;
    field.value = "";
  }

  async function fill(field, code) {
    const answer = await fetch("/api/v1/regions/" + code);
    if (!answer.ok) {
      return;
    }
    for (const region of await answer.json()) {
      field.add(new Option(region.name, region.code));
    }
    field.disabled = field.length === 1;
    if (field.length === 2) {
      field.selectedIndex = 1;
      field.dispatchEvent(new Event("change"));
    }
  }

  fields.forEach((field, place) => {
    field.addEventListener("change", () => {
      fields.slice(place + 1).forEach(empty);
      if (field.value && fields[place + 1]) {
        fill(fields[place + 1], field.value);
      }
    });
  });
}
