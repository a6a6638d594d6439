// Makes a passkey, or signs a statement with one, and puts the result into the form before it is sent.
(function () {
  "use strict";

  function bytes(text) {
    const base64 = text.replace(/-/g, "+").replace(/_/g, "/");
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  }

  function text(buffer) {
    const letters = Array.from(new Uint8Array(buffer), (value) => String.fromCharCode(value));
    return btoa(letters.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  async function sign(form) {
    const made = await navigator.credentials.get({
      publicKey: {
        challenge: bytes(form.dataset.challenge),
        rpId: form.dataset.rpId,
        userVerification: "required",
        allowCredentials: form.dataset.credentials
          .split(" ")
          .map((id) => ({ type: "public-key", id: bytes(id) })),
      },
    });
    document.getElementById("assertion").value = JSON.stringify({
      authenticatorData: text(made.response.authenticatorData),
      clientDataJSON: text(made.response.clientDataJSON),
      credentialId: text(made.rawId),
      signature: text(made.response.signature),
    });
  }

  async function make(form) {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: bytes(form.dataset.challenge),
        rp: { id: form.dataset.rpId, name: "Countersign" },
        user: {
          id: bytes(form.dataset.user),
          name: form.dataset.account,
          displayName: form.dataset.account,
        },
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -8 },
          { type: "public-key", alg: -257 },
        ],
        authenticatorSelection: { userVerification: "required" },
        attestation: "none",
      },
    });
    document.getElementById("client-data").value = text(made.response.clientDataJSON);
    document.getElementById("attestation").value = text(made.response.attestationObject);
  }

  function before(id, action) {
    const form = document.getElementById(id);
    if (!form) {
      return;
    }
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const failed = document.getElementById("passkey-failed");
      failed.hidden = true;
      try {
        await action(form);
      } catch (error) {
        failed.hidden = false;
        return;
      }
      form.submit();
    });
  }

  before("passkey-sign", sign);
  before("passkey-make", make);
})();
