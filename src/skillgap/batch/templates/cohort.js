"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const PAGE = 50, SIGNS = ["·", "~", "◐", "✓"], WORDS = ["missing", "related", "in part", "met"];
  const at = (id) => document.getElementById(id);
  const head = at("table").tHead, body = at("table").tBodies[0];
  const state = { target: 0, key: "overall", down: true, page: 0 };

  const asked = () => data.targets[state.target].asked;
  const overall = (person) => person.reports[state.target][0];
  const codes = (person) => person.reports[state.target][1];
  const make = (name, text) => { const node = document.createElement(name); if (text !== undefined) node.textContent = text; return node; };

  function value(person) {
    if (state.key === "name") return person.name.toLowerCase();
    return state.key === "overall" ? overall(person) ?? -1 : Number(codes(person)[state.key]);
  }

  function chosen() {
    const words = at("words").value.trim().toLowerCase(), least = Number(at("least").value) / 100, lacks = at("lacks").value;
    const kept = data.people.filter((p) =>
      (!words || p.name.toLowerCase().includes(words) || p.file.toLowerCase().includes(words)) &&
      (overall(p) ?? 0) >= least && (lacks === "" || codes(p)[Number(lacks)] === "0"));
    const way = state.down ? -1 : 1;
    return kept.sort((a, b) => { const x = value(a), y = value(b); return x < y ? -way : x > y ? way : 0; });
  }

  function heading(key, text, kind) {
    const cell = make("th"), button = make("button", text + (state.key === key ? (state.down ? " ▼" : " ▲") : ""));
    button.type = "button";
    cell.scope = "col";
    cell.className = kind;
    if (state.key === key) cell.setAttribute("aria-sort", state.down ? "descending" : "ascending");
    button.addEventListener("click", () => {
      state.down = state.key === key ? !state.down : key !== "name";
      state.key = key;
      state.page = 0;
      draw();
      head.querySelector("[aria-sort] button").focus();
    });
    cell.append(button);
    return cell;
  }

  function row(person) {
    const line = make("tr"), name = make("td"), label = person.page ? make("a", person.name) : make("bdi", person.name);
    if (person.page) label.href = "people/" + person.id + ".html";
    label.title = person.file;
    name.append(label);
    const share = overall(person), number = make("td", share === null ? "" : Math.round(share * 100) + "%");
    number.className = "num";
    line.append(name, number);
    Array.from(codes(person)).forEach((code, index) => {
      const cell = make("td"), sign = make("span", SIGNS[code]), words = make("span", " " + WORDS[code]);
      sign.className = "cell c" + code;
      sign.setAttribute("aria-hidden", "true");
      sign.title = asked()[index] + ": " + WORDS[code];
      words.className = "vh";
      cell.append(sign, words);
      line.append(cell);
    });
    return line;
  }

  function draw() {
    const found = chosen(), pages = Math.max(1, Math.ceil(found.length / PAGE));
    state.page = Math.min(state.page, pages - 1);
    const line = make("tr");
    line.append(heading("name", "Person", ""), heading("overall", "Coverage", "num"), ...asked().map((text, n) => heading(n, text, "asked")));
    head.replaceChildren(line);
    body.replaceChildren(...found.slice(state.page * PAGE, (state.page + 1) * PAGE).map(row));
    at("count").textContent = found.length + " of " + data.people.length + (data.people.length === 1 ? " person" : " people");
    at("page").textContent = "Page " + (state.page + 1) + " of " + pages;
    at("back").disabled = state.page === 0;
    at("next").disabled = state.page === pages - 1;
  }

  function retarget() {
    state.target = Number(at("target").value);
    if (typeof state.key === "number") state.key = "overall";
    const options = asked().map((text, n) => { const option = make("option", text); option.value = n; return option; });
    const any = make("option", "(anything)");
    any.value = "";
    at("lacks").replaceChildren(any, ...options);
    again();
  }

  function again() { state.page = 0; draw(); }
  at("target").addEventListener("change", retarget);
  ["words", "least", "lacks"].forEach((id) => at(id).addEventListener("input", again));
  at("back").addEventListener("click", () => { state.page -= 1; draw(); });
  at("next").addEventListener("click", () => { state.page += 1; draw(); });
  retarget();
})();
