using System.Xml.Linq;
using Slipway.Build.Read.Android;
using Slipway.Build.Read.Ios;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Read;

/// <summary>What config.xml says in other words for each platform.</summary>
internal abstract class CordovaDialect
{
    /// <summary>Name of the platform in <c>platform name="…"</c> and <c>merges/…</c>.</summary>
    public abstract string Platform { get; }

    /// <summary>Attribute of the widget that wins over its id.</summary>
    public abstract string IdAttribute { get; }

    /// <summary>Attribute of the widget with the version that machines compare.</summary>
    public abstract string VersionCodeAttribute { get; }

    /// <summary>What PhoneGap Build called that attribute; null where it had none.</summary>
    public virtual string? OtherVersionCodeAttribute => null;

    /// <summary>Preferences that count, in lower case.</summary>
    public abstract IReadOnlySet<string> Preferences { get; }

    /// <summary>Preferences that mean something on another platform only, in lower case: no word about them.</summary>
    public abstract IReadOnlySet<string> PreferencesOfOthers { get; }

    /// <summary>Takes an element that not every platform knows.</summary>
    /// <param name="element">The element.</param>
    /// <param name="into">Takes what it says.</param>
    /// <returns>False when it means nothing here.</returns>
    public abstract bool Read(XElement element, CordovaAdditions into);

    /// <summary>Changes of the manifest of Android that preferences ask for.</summary>
    public virtual IEnumerable<ManifestChange> ChangesOf(IReadOnlyDictionary<string, Setting> preferences) => [];

    /// <summary>The words of a platform.</summary>
    public static CordovaDialect Of(MobilePlatform platform) => platform switch
    {
        MobilePlatform.Android => new AndroidDialect(),
        MobilePlatform.Ios => new IosDialect(),
        _ => throw new ArgumentOutOfRangeException(nameof(platform)),
    };
}
