import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf?inline';
import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf?inline';

/** What stands behind the comma of a data address, as bytes. */
const bytesOf = (address: string): Uint8Array =>
  Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));

/** The typeface of pictures that carry their own: its letters are as wide as Arial's. */
export const ARIMO: Uint8Array = bytesOf(regular);
export const ARIMO_BOLD: Uint8Array = bytesOf(bold);
