import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Role } from '../api/me'

type Screen = LazyExoticComponent<ComponentType>

/** A screen in the navigation. */
export interface Entry {
  name: 'portfolio' | 'worklist' | 'accountManagers' | 'models' | 'events' | 'pipeline' | 'newClient'
  path: string
  roles: Role[]
  Screen: Screen
}

const READERS: Role[] = ['account-manager', 'agency-manager', 'data-scientist', 'auditor']

/** In the order of the navigation; the first that somebody may see is where they begin. */
export const SCREENS: Entry[] = [
  { name: 'portfolio', path: '/portfolio', roles: READERS, Screen: lazy(() => import('../portfolio/Portfolio')) },
  { name: 'worklist', path: '/clients', roles: READERS, Screen: lazy(() => import('../worklist/WorkList')) },
  {
    name: 'accountManagers',
    path: '/account-managers',
    roles: READERS,
    Screen: lazy(() => import('../accountmanagers/AccountManagers')),
  },
  {
    name: 'models',
    path: '/models',
    roles: ['agency-manager', 'data-scientist', 'auditor', 'operator'],
    Screen: lazy(() => import('../models/Models')),
  },
  {
    name: 'events',
    path: '/events',
    roles: [...READERS, 'operator'],
    Screen: lazy(() => import('../events/Events')),
  },
  {
    name: 'pipeline',
    path: '/pipeline',
    roles: ['agency-manager', 'data-scientist', 'auditor', 'operator'],
    Screen: lazy(() => import('../pipeline/Pipeline')),
  },
  {
    name: 'newClient',
    path: '/new-client',
    roles: ['agency-manager'],
    Screen: lazy(() => import('../newclient/NewClient')),
  },
]

/** Beside the navigation: one client. */
export const Client: LazyExoticComponent<ComponentType<{ clientId: string }>> = lazy(() => import('../client/Client'))
