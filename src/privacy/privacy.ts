// The page that says what becomes of photos: its look. Its text is docs/privacy.md, put in when it is built.

import '../ui/base.css';
import './privacy.css';
import { wearTheme } from '../ui/theme.ts';

wearTheme(document.documentElement);
