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
        services.AddSingleton<CredentialKeeper>();
        services.AddSingleton<ConfigurationReader>();
        services.AddSingleton<CredentialSources>();
        services.AddSingleton<DebugKeystore>();
        services.AddSingleton<AndroidSelection>();
        services.AddSingleton<IosSelection>();
        services.AddSingleton<CredentialSelection>();
        services.AddSingleton<SigningMaterial>();
        services.AddSingleton<ExpiryWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ExpiryWatch>());
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapCredentials();
}
