using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Proofs;

/// <summary>Signed requests of enrolled machines.</summary>
internal sealed class ProofsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<ProofStore>();
        services.AddSingleton<ProofVerifier>();
    }
}
