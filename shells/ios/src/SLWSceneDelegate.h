#import "../declare/uikit.h"

// Creates the window of the app's scene. The scene manifest of Info.plist names this class.
@interface SLWSceneDelegate : UIResponder <UIWindowSceneDelegate>
@end
