using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Vault;

/// <summary>Registers the vault.</summary>
internal sealed class VaultFeature(KeyRing ring) : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(ring);
        services.AddSingleton<SecretVault>();
        services.AddSingleton<Rewrapping>();
        services.AddHostedService(provider => provider.GetRequiredService<Rewrapping>());
    }
}
