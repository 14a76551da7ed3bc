using Slipway.Cli;
using Slipway.Native;
using Slipway.Worker.Child;

// The sandboxed part of a worker, which processes untrusted files. It has no terminal, and only workers start it.
if (args is ["build-child"])
{
    BuildChild.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
    return ExitCode.Done;
}

return SlipwayProcess.Run(args, new DelegatedVerbs());
