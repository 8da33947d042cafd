// Starts the language server and lets VS Code speak to it. There is no build step.
const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = () => {
  const [command, ...args] = workspace.getConfiguration('smartblocks').get('command');
  client = new LanguageClient(
    'smartblocks',
    'SmartBlocks agreements',
    { command, args },
    { documentSelector: [{ language: 'esco' }] }
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
