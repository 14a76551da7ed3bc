using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Credentials;

/// <summary>Keys, certificates and profiles of an organisation, and which of them signs a build.</summary>
internal sealed class CredentialsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<CredentialStore>();
        services.AddSingleton<CredentialSecrets>();
        services.AddSingleton<CredentialScopes>();
        services.AddSingleton<AuditedCredentials>();
        services.AddSingleton<ConfiguredCredentialReader>();
        services.AddSingleton<CredentialResolver>();
        services.AddSingleton<DebugKeystore>();
        services.AddSingleton<AndroidSelection>();
        services.AddSingleton<IosSelection>();
        services.AddSingleton<CredentialSelection>();
        services.AddSingleton<CredentialOpener>();
        services.AddSingleton<CredentialExpiryWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<CredentialExpiryWatch>());
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapCredentials();
}
