// The page that says what becomes of photos: its look. Its text is docs/privacy.md, put in when it is built.

import '../ui/base.css';
import './privacy.css';
import { startingTheme } from '../ui/theme.ts';

document.documentElement.dataset.theme = startingTheme();
