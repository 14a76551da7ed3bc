using System.Xml.Linq;
using Slipway.Build.Read.Android;
using Slipway.Build.Read.Ios;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Read;

/// <summary>The parts of config.xml whose names or meaning depend on the platform.</summary>
internal abstract class CordovaDialect
{
    /// <summary>Name of the platform in <c>platform name="…"</c> and <c>merges/…</c>.</summary>
    public abstract string Platform { get; }

    /// <summary>Attribute of the widget that overrides its id.</summary>
    public abstract string IdAttribute { get; }

    /// <summary>Attribute of the widget with the version that devices compare.</summary>
    public abstract string VersionCodeAttribute { get; }

    /// <summary>PhoneGap Build's name of that attribute; null when it had none.</summary>
    public virtual string? OtherVersionCodeAttribute => null;

    /// <summary>Preferences that have an effect, in lower case.</summary>
    public abstract IReadOnlySet<string> Preferences { get; }

    /// <summary>Preferences that only other platforms know, in lower case. They are ignored without a notice.</summary>
    public abstract IReadOnlySet<string> PreferencesOfOthers { get; }

    /// <summary>Reads an element that not every platform knows.</summary>
    /// <param name="element">The element.</param>
    /// <param name="into">Receives the settings in it.</param>
    /// <returns>False when the element has no meaning on this platform.</returns>
    public abstract bool Read(XElement element, CordovaAdditions into);

    /// <summary>Returns the changes of the Android manifest that preferences request.</summary>
    public virtual IEnumerable<ManifestChange> ChangesOf(IReadOnlyDictionary<string, Setting> preferences) => [];

    /// <summary>Returns the dialect of a platform.</summary>
    public static CordovaDialect Of(MobilePlatform platform) => platform switch
    {
        MobilePlatform.Android => new AndroidDialect(),
        MobilePlatform.Ios => new IosDialect(),
        _ => throw new ArgumentOutOfRangeException(nameof(platform)),
    };
}
