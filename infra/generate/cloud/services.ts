import { publishes as actionEnginePublishes, composeActionEngine } from '@intexuraos/action-engine/compose';
import { Variables as ActionEngineVariables, readActionEngineConfig } from '@intexuraos/action-engine/config';
import { publishes as actionsAgentPublishes, composeActionsAgent } from '@intexuraos/actions-agent/compose';
import {
  Variables as ActionsAgentVariables,
  cloudDefaults,
  readActionsAgentConfig,
} from '@intexuraos/actions-agent/config';
import { publishes as commandsAgentPublishes, composeCommandsAgent } from '@intexuraos/commands-agent/compose';
import { Variables as CommandsAgentVariables, readCommandsAgentConfig } from '@intexuraos/commands-agent/config';
import type { Topic } from '@intexuraos/contracts';
import { Address, type Environment, type Service } from '@intexuraos/http-server';
import type { Platform } from '@intexuraos/platform';
import { Variables as PlatformVariables, topicVariables } from '@intexuraos/platform/cloud-config';
import { unusedPlatform } from '@intexuraos/platform/unused-platform';
import { composeUserService } from '@intexuraos/user-service/compose';
import { readUserServiceConfig, Variables as UserServiceVariables } from '@intexuraos/user-service/config';
import { composeWhatsAppService, publishes as whatsappPublishes } from '@intexuraos/whatsapp-service/compose';
import { readWhatsAppConfig, Variables as WhatsAppVariables } from '@intexuraos/whatsapp-service/config';
import { composeWorkspace } from '@intexuraos/workspace/compose';
import { readWorkspaceConfig, Variables as WorkspaceVariables } from '@intexuraos/workspace/config';
import type { z } from 'zod';
import { sampleEnvironment } from './sample-environment.ts';

/** One service as it stands in the cloud: all that an operator has to prepare follows from this. */
export interface CloudService {
  readonly name: string;
  /** Its variables, the ones that all services have first. */
  readonly variables: Readonly<Record<string, z.ZodType>>;
  /** Values that count as set in the cloud. */
  readonly defaults: Environment;
  readonly publishes: readonly Topic<object>[];
  readonly routes: Service['routes'];
}

interface Declaration {
  readonly name: string;
  readonly own: z.ZodObject;
  readonly publishes?: readonly Topic<object>[];
  readonly defaults?: Environment;
  compose(env: Environment, platform: Platform): Service;
}

const declarations: readonly Declaration[] = [
  {
    name: 'actions-agent',
    own: ActionsAgentVariables,
    publishes: actionsAgentPublishes,
    defaults: cloudDefaults,
    compose: (env, platform) => composeActionsAgent(readActionsAgentConfig(env), platform),
  },
  {
    name: 'commands-agent',
    own: CommandsAgentVariables,
    publishes: commandsAgentPublishes,
    compose: (env, platform) => composeCommandsAgent(readCommandsAgentConfig(env), platform),
  },
  {
    name: 'whatsapp-service',
    own: WhatsAppVariables,
    publishes: whatsappPublishes,
    compose: (env, platform) => composeWhatsAppService(readWhatsAppConfig(env), platform),
  },
  {
    name: 'user-service',
    own: UserServiceVariables,
    compose: (env, platform) => composeUserService(readUserServiceConfig(env), platform),
  },
  {
    name: 'workspace',
    own: WorkspaceVariables,
    compose: (env, platform) => composeWorkspace(readWorkspaceConfig(env), platform),
  },
  {
    name: 'action-engine',
    own: ActionEngineVariables,
    publishes: actionEnginePublishes,
    compose: (env, platform) => composeActionEngine(readActionEngineConfig(env), platform),
  },
];

export const cloudServices: readonly CloudService[] = declarations.map(
  ({ name, own, publishes = [], defaults = {}, compose }) => {
    const variables = {
      ...PlatformVariables.shape,
      ...topicVariables(publishes).shape,
      ...own.shape,
      // Also where a service says it in words of its own, it is the one variable of all.
      INTEXURAOS_INTERNAL_AUTH_TOKEN: PlatformVariables.shape.INTEXURAOS_INTERNAL_AUTH_TOKEN,
      ...Address.shape,
    };
    return {
      name,
      variables,
      defaults,
      publishes,
      routes: compose(sampleEnvironment(variables), unusedPlatform).routes,
    };
  },
);
