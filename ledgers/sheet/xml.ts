/** Streaming XML over saxes. No DTD, hence no entities of one's own, internal or external. */
import { SaxesParser } from 'saxes';
import { LedgerRefused } from '../refusal.ts';

export type Attributes = Readonly<Record<string, string>>;
export interface XmlHandlers {
  /** names come without their namespace prefix */
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

export interface XmlFeed {
  write(bytes: Uint8Array): void;
  end(): void;
}

/** A parser to feed with UTF-8 bytes. Throws on malformed XML; refuses a DOCTYPE. */
export function xmlFeed(handlers: XmlHandlers): XmlFeed {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new LedgerRefused('broken_file', '文件里有不允许的 XML 声明（DOCTYPE），已拒绝读取');
  });
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handlers.close(localName(tag.name)));
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  return {
    write: (bytes) => void parser.write(decoder.decode(bytes, { stream: true })),
    end: () => void parser.write(decoder.decode()).close(),
  };
}

/** Parses a part held in memory. */
export function parseXml(text: string, handlers: Partial<XmlHandlers>): void {
  const nothing = () => {};
  const feed = xmlFeed({ open: nothing, text: nothing, close: nothing, ...handlers });
  feed.write(Buffer.from(text, 'utf8'));
  feed.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Undoes Excel's escape for characters XML cannot hold: `_x000D_`. */
export function unescapeExcel(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
