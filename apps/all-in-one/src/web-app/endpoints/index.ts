import { getConfig } from './get-config.ts';
import { signIn } from './sign-in.ts';
import { webFiles } from './web-files.ts';

/** What a browser needs before it can speak to the services. */
export const endpoints = [webFiles, getConfig, signIn] as const;
