import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

// Adding a passkey and signing in with one: the browser alone can do it. The pages are whole without.

const said = document.querySelector<HTMLElement>('[data-passkey-said]');

const say = (words: string) => {
  if (said) said.textContent = words;
};

/** Posts as this site’s own page, and gives what was answered; throws with what to say where it was refused. */
async function post<Answer>(path: string, body: object): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Refused: ${response.status}`);
  return (await response.json()) as Answer;
}

/** Does it, and goes on to the page it leads to; what went wrong is said, and nothing has changed. */
async function attempt(button: HTMLButtonElement, work: () => Promise<{ onward: string }>) {
  button.disabled = true;
  say('');
  try {
    location.assign((await work()).onward);
  } catch (error) {
    const isOver = error instanceof Error && error.name === 'NotAllowedError';
    say(
      isOver
        ? 'Your device was not asked, or did not confirm. Nothing has changed. Try again.'
        : 'That did not work, and nothing has changed. Open this page again, and try once more.',
    );
    button.disabled = false;
  }
}

function offerSignIn(part: HTMLElement): void {
  const button = part.querySelector('button');
  if (!button) return;
  part.hidden = false;
  button.addEventListener('click', () =>
    attempt(button, async () => {
      const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>(
        '/desk/sign-in/passkey/options/',
        {},
      );
      const response = await startAuthentication({ optionsJSON });
      return post('/desk/sign-in/passkey/', { response, onward: button.dataset['onward'] });
    }),
  );
}

function offerAdding(form: HTMLFormElement): void {
  const button = form.querySelector('button');
  if (!button) return;
  form.hidden = false;
  document.querySelector('[data-passkey-without]')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = String(new FormData(form).get('name') ?? '');
    void attempt(button, async () => {
      const optionsJSON = await post<PublicKeyCredentialCreationOptionsJSON>(
        '/desk/passkeys/options/',
        {},
      );
      const response = await startRegistration({ optionsJSON });
      return post('/desk/passkeys/add/', { name, response });
    });
  });
}

if (browserSupportsWebAuthn()) {
  const signIn = document.querySelector<HTMLElement>('[data-passkey-sign-in]');
  const adding = document.querySelector<HTMLFormElement>('[data-passkey-add]');
  if (signIn) offerSignIn(signIn);
  if (adding) offerAdding(adding);
} else {
  say('This browser has no passkeys. You can go on signing in by email.');
}
