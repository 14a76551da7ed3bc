using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Server.Applications;
using Slipway.Server.Environments;
using Slipway.Server.Store;

namespace Slipway.Server.Credentials;

/// <summary>Resolves the environment and the application that a credential is for.</summary>
internal sealed class CredentialScopes(Database database, EnvironmentStore environments)
{
    /// <summary>Returns their keys; null for all.</summary>
    /// <exception cref="ProblemException">The organisation does not have the environment or the application.</exception>
    public async Task<(string? Environment, string? Application)> FindAsync(string organisation, NewCredential request, CancellationToken cancellation)
    {
        string? environment = null, application = null;
        if (request.Environment is { } environmentName)
        {
            environment = (await environments.FindAsync(organisation, environmentName, cancellation))?.Key
                ?? throw new ProblemException(ServiceProblems.NotFound.At("environment", "There is no environment of this name or key."));
        }

        if (request.Application is { } applicationName)
        {
            application = (await database.ReadAsync(connection => ApplicationStore.FindAsync(connection, null, organisation, applicationName), cancellation))?.Key
                ?? throw new ProblemException(ServiceProblems.NotFound.At("application", "There is no application of this name or key."));
        }

        return (environment, application);
    }
}
