namespace Slipway.Formats.Provisioning;

/// <summary>Purposes of certificates.</summary>
public enum AppleCertificateKind
{
    /// <summary>Another purpose.</summary>
    Other,

    /// <summary>Signs apps for listed devices of developers.</summary>
    Development,

    /// <summary>Signs apps for the store, for listed devices without a debugger, and in house.</summary>
    Distribution,

    /// <summary>Issues the certificates of developers.</summary>
    Intermediate,
}
