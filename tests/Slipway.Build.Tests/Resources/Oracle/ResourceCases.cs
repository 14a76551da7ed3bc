namespace Slipway.Build.Tests.Resources.Oracle;

/// <summary>Resource folders and manifests that together use every kind of resource; aapt2 and we compile each.</summary>
internal static class ResourceCases
{
    private const string Ns = "xmlns:android=\"http://schemas.android.com/apk/res/android\"";

    public static readonly Dictionary<string, (string Path, string Text)[]> All = new(StringComparer.Ordinal)
    {
        ["strings"] =
        [
            ("values/strings.xml", """
                <resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2"><string name="app_name">  Field   notes\n </string><string name="quoted">"  a  b "</string><string name="escapes">it\'s \"x\" \@ \? \u00e9 \\ &lt;b> &amp;</string>
                <string name="at">\@home</string><string name="empty"></string><string name="placeholder">Hi <xliff:g id="n">%1$s</xliff:g>!</string><string name="cdata"><![CDATA[a < b]]></string>
                <string name="ref">@string/app_name</string><string name="emoji">🌱 grün</string><string name="number">007</string><string name="long">Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam</string></resources>
                """),
            ("values-de/strings.xml", "<resources><string name='app_name'>Feldnotizen</string></resources>"),
            ("values-pt-rBR/strings.xml", "<resources><string name='app_name'>Notas</string></resources>"),
            ("values-b+sr+Latn/strings.xml", "<resources><string name='app_name'>Beleške</string></resources>"),
            ("values-b+es+419/strings.xml", "<resources><string name='app_name'>Apuntes</string></resources>"),
            ("values-fil/strings.xml", "<resources><string name='app_name'>Tala</string></resources>"),
        ],
        ["styled strings"] =
        [
            ("values/strings.xml", """<resources><string name="plain">p</string><string name="bold">a <b>bold</b> and <i>it <u>un</u></i></string><string name="font">x<font color="#ff0000" size="3">red</font></string></resources>"""),
        ],
        ["values"] =
        [
            ("values/all.xml", """
                <resources><color name="c1">#f00</color><color name="c2">#8f00</color><color name="c3">#123456</color><color name="c4">#80123456</color><color name="c5">@color/c1</color><color name="c6">@android:color/white</color>
                <dimen name="d1">16dp</dimen><dimen name="d2">1.5sp</dimen><dimen name="d3">-3.25px</dimen><dimen name="d4">0.1mm</dimen><dimen name="d5">1000in</dimen><dimen name="d6">2pt</dimen><dimen name="d7">12dip</dimen><dimen name="d8">0dp</dimen>
                <bool name="b1">true</bool><bool name="b2">false</bool><integer name="i1">42</integer><integer name="i2">-7</integer><integer name="i3">0xff</integer>
                <fraction name="f1">12.5%</fraction><fraction name="f2">50%p</fraction><item name="f3" type="fraction">5%</item><item name="ratio" type="dimen" format="float">1.25</item>
                <drawable name="dr1">#ff00ff00</drawable><item type="id" name="my_id"/><item type="string" name="s">text</item><item type="integer" name="i4">9</item></resources>
                """),
            ("values-night/all.xml", "<resources><color name='c1'>#000</color></resources>"),
            ("values-sw600dp/all.xml", "<resources><dimen name='d1'>24dp</dimen></resources>"),
            ("values-w820dp-land/all.xml", "<resources><dimen name='d1'>32dp</dimen></resources>"),
            ("values-v29/all.xml", "<resources><bool name='b1'>false</bool></resources>"),
        ],
        ["arrays and plurals"] =
        [
            ("values/arrays.xml", """
                <resources><string name="one">1</string><string-array name="names"><item>a</item><item>@string/one</item><item>3</item></string-array><integer-array name="numbers"><item>1</item><item>0x10</item></integer-array>
                <array name="mixed"><item>#ff0000</item><item>text</item><item>4dp</item><item>true</item><item>5</item><item>1.5</item></array>
                <plurals name="days"><item quantity="one">%d day</item><item quantity="other">%d days</item></plurals></resources>
                """),
            ("values-pl/arrays.xml", """<resources><plurals name="days"><item quantity="one">dzień</item><item quantity="few">dni</item><item quantity="many">dni</item><item quantity="other">dnia</item></plurals></resources>"""),
        ],
        ["styles"] =
        [
            ("values/styles.xml", """
                <resources><color name="accent">#0a0</color><style name="Base" parent="@android:style/Theme.Material.Light.NoActionBar"><item name="android:windowBackground">@color/accent</item><item name="android:windowFullscreen">true</item>
                <item name="android:textSize">14sp</item><item name="android:gravity">center_horizontal|bottom</item><item name="android:orientation">vertical</item><item name="android:colorAccent">?android:attr/colorPrimary</item></style>
                <style name="Base.Child"><item name="android:textColor">@null</item><item name="android:fontFamily">sans-serif</item><item name="android:alpha">0.5</item></style><style name="NoParent" parent=""><item name="android:padding">4dp</item></style></resources>
                """),
            ("values-v27/styles.xml", """<resources><style name="Base" parent="android:Theme.Material"><item name="android:windowLightNavigationBar">true</item></style></resources>"""),
        ],
        ["attributes"] =
        [
            ("values/attrs.xml", """
                <resources><attr name="size" format="dimension|reference"/><attr name="mode"><enum name="slow" value="0"/><enum name="fast" value="1"/></attr><attr name="sides"><flag name="left_side" value="0x1"/><flag name="right_side" value="0x2"/></attr>
                <attr name="count" format="integer" min="0" max="10"/><declare-styleable name="Gauge"><attr name="size"/><attr name="tone" format="color"/><attr name="android:text"/></declare-styleable>
                <style name="S"><item name="size">3dp</item><item name="mode">fast</item><item name="sides">left_side|right_side</item><item name="tone">#fff</item></style></resources>
                """),
            ("layout/gauge.xml", $"""<FrameLayout {Ns} xmlns:app="http://schemas.android.com/apk/res-auto" xmlns:tools="http://schemas.android.com/tools" tools:context=".X" android:layout_width="match_parent" android:layout_height="wrap_content"><View android:id="@+id/gauge" style="@style/S" class="x.Y" app:mode="slow" app:sides="left_side" app:size="@dimen/none" android:layout_width="0dp" android:layout_height="12dp"/></FrameLayout>"""),
            ("values/dimens.xml", "<resources><dimen name='none'>0dp</dimen></resources>"),
        ],
        ["files"] =
        [
            ("layout/main.xml", $"""<LinearLayout {Ns} android:orientation="vertical" android:layout_width="match_parent" android:layout_height="match_parent"><TextView android:id="@+id/title" android:text="@string/t" android:textSize="12sp" android:layout_weight="1.5" android:enabled="false" android:maxLines="3" android:inputType="text|textUri" android:layout_width="match_parent" android:layout_height="wrap_content"/><Button android:layout_below="@id/title" android:text="007" android:tag="a\nb" plain="7" other="@string/t" android:layout_width="1dp" android:layout_height="1dp"/></LinearLayout>"""),
            ("layout-land/main.xml", $"""<FrameLayout {Ns} android:layout_width="match_parent" android:layout_height="match_parent"/>"""),
            ("drawable/shape.xml", $"""<shape {Ns} android:shape="oval"><solid android:color="#80ff0000"/><stroke android:width="2dp" android:color="@color/k"/></shape>"""),
            ("drawable-night/shape.xml", $"""<shape {Ns}><solid android:color="?android:attr/colorAccent"/></shape>"""),
            ("color/k.xml", $"""<selector {Ns}><item android:state_pressed="true" android:color="#f00"/><item android:color="#0f0"/></selector>"""),
            ("xml/config.xml", """<config a="1" b="@string/t" c="#fff" d="4dp" e="1.5" f="true" g="50%" h="text" i="0x1f" j="@null" k="" l=" 7 " m="@not" n="1.0.0" o="?android:attr/colorAccent"><note>  some text  </note><empty/></config>"""),
            ("raw/data.txt", "raw data"),
            ("anim/fade.xml", $"""<alpha {Ns} android:fromAlpha="0.0" android:toAlpha="1" android:duration="@android:integer/config_shortAnimTime"/>"""),
            ("menu/m.xml", $"""<menu {Ns}><item android:id="@+id/go" android:title="@string/t" android:showAsAction="ifRoom|withText"/></menu>"""),
            ("values/strings.xml", "<resources><string name='t'>Title</string></resources>"),
        ],
        ["icons and qualifiers"] =
        [
            ("mipmap-anydpi-v26/icon.xml", $"""<adaptive-icon {Ns}><background android:drawable="@color/bg"/><foreground android:drawable="@mipmap/front"/></adaptive-icon>"""),
            ("mipmap-xxhdpi/front.xml", $"""<shape {Ns}/>"""),
            ("mipmap-nodpi/front.xml", $"""<shape {Ns}/>"""),
            ("values/c.xml", "<resources><color name='bg'>#fff</color><string name='q'>d</string></resources>"),
            ("values-mcc310-mnc004-en-rUS-ldrtl-sw320dp-w400dp-h500dp-large-long-round-widecg-highdr-port-car-night-tvdpi-finger-keyssoft-qwerty-navhidden-dpad-1024x768-v30/c.xml", "<resources><string name='q'>all</string></resources>"),
            ("values-ldltr/c.xml", "<resources><string name='q'>l</string></resources>"),
            ("values-watch/c.xml", "<resources><string name='q'>w</string></resources>"),
            ("values-square-nokeys/c.xml", "<resources><string name='q'>s</string></resources>"),
            ("values-280dpi/c.xml", "<resources><string name='q'>n</string></resources>"),
        ],
    };
}
