import addLanguages from '@theme/prism-include-languages';
import CodeBlock from '@theme-original/CodeBlock';
import { Prism } from 'prism-react-renderer';

// The theme adds languages on every page; here, only pages that show code load the highlighter.
addLanguages(Prism);

export default CodeBlock;
