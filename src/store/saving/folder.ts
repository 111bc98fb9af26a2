/** A file on disk, as the browser hands it out. */
export interface FolderFile {
  readonly kind: 'file';
  getFile(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }>;
  createWritable(): Promise<FileWriting>;
}

/** A file being written: nothing of it stands on disk before it is closed. */
export interface FileWriting {
  write(data: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

interface Access {
  readonly mode: 'readwrite';
}

/** A folder on disk, as the browser hands it out: what the product uses of a `FileSystemDirectoryHandle`. */
export interface Folder {
  readonly kind: 'directory';
  readonly name: string;
  entries(): AsyncIterable<readonly [string, Folder | FolderFile]>;
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<Folder>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FolderFile>;
  isSameEntry(other: Folder): Promise<boolean>;
  queryPermission?(access: Access): Promise<PermissionState>;
  requestPermission?(access: Access): Promise<PermissionState>;
}

/** Where a workspace came from, and so where it is saved back to. The folder is null where the browser hands out none. */
export type DraftOrigin =
  | { readonly kind: 'example' }
  | { readonly kind: 'zip'; readonly name: string }
  | { readonly kind: 'folder'; readonly name: string; readonly folder: Folder | null };
