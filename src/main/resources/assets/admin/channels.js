// The order of the channels by dragging; without a script the places are typed.
for (const list of document.querySelectorAll("[data-order]")) {
  let dragged = null;
  for (const grip of list.querySelectorAll("[data-grip]")) {
    grip.hidden = false;
    grip.closest("[data-channel]").draggable = true;
  }
  list.addEventListener("dragstart", event => {
    dragged = event.target.closest("[data-channel]");
    event.dataTransfer.effectAllowed = "move";
    dragged.classList.add("order-dragged");
  });
  list.addEventListener("dragover", event => {
    const over = event.target.closest("[data-channel]");
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    list.insertBefore(dragged, event.clientY < box.top + box.height / 2 ? over : over.nextSibling);
  });
  list.addEventListener("drop", event => event.preventDefault());
  list.addEventListener("dragend", () => {
    dragged.classList.remove("order-dragged");
    dragged = null;
    let place = 0;
    for (const input of list.querySelectorAll("input[name^='place.']")) {
      if (input.value !== "0") input.value = String(++place);
    }
  });
}
